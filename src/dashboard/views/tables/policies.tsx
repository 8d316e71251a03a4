import { Page } from '../../parts/page.js';

export default function Policies() {
  return <Page title="Policies" />;
}
