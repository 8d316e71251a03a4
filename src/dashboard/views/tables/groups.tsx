import { Page } from '../../parts/page.js';

export default function Groups() {
  return <Page title="Groups" />;
}
