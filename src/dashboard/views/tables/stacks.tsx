import { Page } from '../../parts/page.js';

export default function Stacks() {
  return <Page title="Stacks" />;
}
