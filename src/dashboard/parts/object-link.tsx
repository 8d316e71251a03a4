/** Something with a global id, by its name: a link to its page. */
import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../addresses.js';

export function ObjectLink({
  object,
  ...rest
}: { readonly object: { readonly id: string; readonly displayName: string } } & AnchorProps) {
  return (
    <Anchor component={Link} href={nodePath(object.id)} inherit {...rest}>
      {object.displayName}
    </Anchor>
  );
}
