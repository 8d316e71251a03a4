import { Page } from '../../parts/page.js';

export default function Pools() {
  return <Page title="Pools" />;
}
