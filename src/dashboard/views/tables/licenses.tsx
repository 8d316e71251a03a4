import { Page } from '../../parts/page.js';

export default function Licenses() {
  return <Page title="Licenses" />;
}
