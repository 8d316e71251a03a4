import { Page } from '../../parts/page.js';

export default function WhatIf() {
  return <Page title="What if" />;
}
