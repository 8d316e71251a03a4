import { Page } from '../../parts/page.js';

export default function Keygen() {
  return <Page title="Keygen" />;
}
