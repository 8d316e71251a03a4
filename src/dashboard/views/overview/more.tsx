/** A link to where there is more of what a section shows. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';

export function More({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Anchor component={Link} href={href} size="sm">
      {children}
    </Anchor>
  );
}
