import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [react()],
  build: { outDir: resolve(root, '../../dist/apps/web'), emptyOutDir: true, manifest: true, target: 'es2022' },
  server: { proxy: { '/api': process.env['AMANAH_URL'] ?? 'http://127.0.0.1:3900' } },
});
