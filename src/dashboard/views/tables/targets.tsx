import { Page } from '../../parts/page.js';

export default function Targets() {
  return <Page title="Targets" />;
}
