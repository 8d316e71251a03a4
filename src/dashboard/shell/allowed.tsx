/** A view that needs more than the key's role says so, to who comes by its address: the navigation does not offer it. */
import { Text } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { useLocation } from 'wouter';
import { places } from '../addresses.js';
import { useMay, useSession } from '../gateway/session.js';
import { Page } from '../parts/page.js';

export function Allowed({ children }: PropsWithChildren) {
  const [path] = useLocation();
  const { viewer } = useSession();
  const place = places.find((each) => each.path === path);
  const needed = place?.role ?? 'VIEWER';
  if (useMay(needed)) return children;
  return (
    <Page title={place?.title ?? ''} lead={`This view needs a key with the role ${needed.toLowerCase()}.`}>
      <Text>
        The key of now, {viewer?.name}, has the role {viewer?.role.toLowerCase()}. Ask whoever runs the gateway for
        another one, then choose “Forget key” above and enter it.
      </Text>
    </Page>
  );
}
