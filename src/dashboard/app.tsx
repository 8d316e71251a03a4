/** The dashboard: everything that views stand in, and which view stands at which address. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { LiveProvider } from './gateway/live.js';
import { createQueries } from './gateway/queries.js';
import { SessionProvider } from './gateway/session.js';
import { Routes } from './routes.js';
import { Gate } from './shell/gate.js';
import { Shell } from './shell/shell.js';
import { theme, variables } from './theme.js';

export function App() {
  const [queries] = useState(createQueries);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <Gate>
            <LiveProvider>
              <Notifications position="bottom-right" autoClose={8000} limit={4} />
              <Shell>
                <Routes />
              </Shell>
            </LiveProvider>
          </Gate>
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
