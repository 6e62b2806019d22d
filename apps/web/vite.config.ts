import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [react()],
  // The API puts the nonce of each answer in its place: serve-web.ts.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: resolve(root, '../../dist/apps/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What nearly every page needs is one file: forty small ones compress worse, and each is named in the first.
        codeSplitting: {
          groups: [{ name: 'shared', test: /apps\/web\/src\/(shared|api)\/.*\.tsx?$/, minShareCount: 12 }],
        },
      },
    },
  },
  // `npm run dev` says where the API listens.
  server: { host: '127.0.0.1', proxy: { '/api': process.env['AMANAH_URL'] ?? 'http://127.0.0.1:3000' } },
});
