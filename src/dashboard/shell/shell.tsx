/** Around every view: the navigation, whose key it is, whether the page is live, and a net under a view that breaks. */
import {
  ActionIcon,
  AppShell,
  Badge,
  Burger,
  Button,
  Center,
  Group,
  Loader,
  NavLink,
  ScrollArea,
  Text,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Moon, Sun } from 'lucide-react';
import { type PropsWithChildren, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Link, useLocation } from 'wouter';
import { placePath, sections } from '../addresses.js';
import { useLive } from '../gateway/live.js';
import { useMay, useSession } from '../gateway/session.js';
import { BrokenView } from '../parts/page.js';
import { Allowed } from './allowed.js';
import { Banners } from './banners.js';

export function Shell({ children }: PropsWithChildren) {
  const [opened, { toggle, close }] = useDisclosure();
  const [path] = useLocation();
  // Moved out of sight only, its links would still be stops of the Tab key. As wide as the kit's breakpoint `sm`.
  const isNarrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false;
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 230, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className="skip" href="#view">
        Skip to the view
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label="Navigation"
              aria-expanded={opened}
              aria-controls="navigation"
            />
            <img src="/icon.svg" alt="" width={26} height={26} />
            <Text fw={650} visibleFrom="xs">
              license-gateway
            </Text>
          </Group>
          <Group wrap="nowrap" gap="sm">
            <LiveBadge />
            <SchemeSwitch />
            <Who />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar inert={isNarrow && !opened} id="navigation" aria-label="Views">
        <ScrollArea p="xs" type="auto">
          <Navigation onGo={close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="view" tabIndex={-1}>
        <Banners />
        <ErrorBoundary FallbackComponent={BrokenView} resetKeys={[path]}>
          <Suspense
            fallback={
              <Center mih={200} role="status" aria-label="Loading">
                <Loader />
              </Center>
            }
          >
            <Allowed>{children}</Allowed>
          </Suspense>
        </ErrorBoundary>
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation({ onGo }: { readonly onGo: () => void }) {
  const [path] = useLocation();
  const isAdmin = useMay('ADMIN');
  return sections.map(({ title, places }) => (
    <div key={title}>
      {title === null ? null : (
        <Text size="xs" fw={600} c="dimmed" px="sm" pt="sm" pb={4} tt="uppercase">
          {title}
        </Text>
      )}
      {places
        .filter(({ role }) => role === undefined || isAdmin)
        .map((place) => (
          <NavLink
            key={place.path}
            component={Link}
            href={placePath(place)}
            label={place.title}
            leftSection={<place.icon size={17} aria-hidden />}
            active={path === place.path}
            aria-current={path === place.path ? 'page' : undefined}
            onClick={onGo}
            py={6}
          />
        ))}
    </div>
  ));
}

function LiveBadge() {
  const live = useLive();
  const [label, color, hint] = LIVE[live];
  return (
    <Tooltip label={hint}>
      <Badge color={color} variant="dot" role="status" tt="none">
        {label}
      </Badge>
    </Tooltip>
  );
}

const LIVE = {
  CONNECTING: ['Connecting', 'gray', 'Changes are not told yet; what is shown is read anew every minute.'],
  LIVE: ['Live', 'green', 'Changes are shown as the gateway makes them.'],
  AWAY: ['Not live', 'orange', 'The connection is gone; it is tried again, and what is shown may be out of date.'],
} as const;

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      aria-label={isDark ? 'Light colors' : 'Dark colors'}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Sun size={18} aria-hidden /> : <Moon size={18} aria-hidden />}
    </ActionIcon>
  );
}

function Who() {
  const { viewer, leave } = useSession();
  return (
    <>
      <Text size="sm" visibleFrom="sm">
        {viewer?.name} · {viewer?.role.toLowerCase()}
      </Text>
      <Button variant="default" size="xs" onClick={leave}>
        Forget key
      </Button>
    </>
  );
}
