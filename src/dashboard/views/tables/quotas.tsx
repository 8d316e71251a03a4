import { Page } from '../../parts/page.js';

export default function Quotas() {
  return <Page title="Quotas" />;
}
