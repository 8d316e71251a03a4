import { Page } from '../../parts/page.js';

export default function Overview() {
  return <Page title="Overview" />;
}
