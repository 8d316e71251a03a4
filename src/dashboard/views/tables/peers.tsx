import { Page } from '../../parts/page.js';

export default function Peers() {
  return <Page title="Peers" />;
}
