import { Page } from '../../parts/page.js';

export default function Audit() {
  return <Page title="Audit" />;
}
