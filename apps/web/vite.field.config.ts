import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const root = import.meta.dirname;

/** The phone's app: a build of its own below /field/, so that its service worker keeps this app whole and touches no other page. */
export default defineConfig({
  root,
  base: '/field/',
  publicDir: false,
  plugins: [
    react(),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      injectRegister: false,
      scope: '/field/',
      manifest: {
        ...{ name: 'Amanah Lapangan', short_name: 'Amanah', lang: 'id', start_url: '/field/', scope: '/field/' },
        ...{ display: 'standalone', background_color: '#ffffff', theme_color: '#0a558c' },
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        // The page's own files and words; what the API answers is never kept here.
        globPatterns: ['field.html', 'assets/{field,web,common,follow-up,photo,workbox}*.{js,css}'],
        navigateFallback: '/field/field.html',
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  build: {
    outDir: resolve(root, '../../dist/apps/web/field'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: resolve(root, 'field.html') },
  },
});
