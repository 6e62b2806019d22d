import '@mantine/core/styles.css';
import './shared/look/base.css';
import './shared/look/tables.css';
import './app/shell/shell.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient, router } from './app/router';
import { styleNonce } from './app/style-nonce';
import { startLanguage } from './shared/language/language';
import { cssVariables, theme } from './shared/look/theme';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has an element for the app');

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      getStyleNonce={() => styleNonce}
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
