import { Page } from '../../parts/page.js';

export default function NodePage({ id }: { readonly id: string }) {
  return <Page title={id} />;
}
