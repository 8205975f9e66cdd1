import { defineConfig } from 'vitest/config';

const server = process.env.APSIS_SERVER ?? '127.0.0.1:7777';

export default defineConfig({
  root: 'src/main/web',
  build: {
    outDir: '../../../target/classes/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
  },
  server: {
    proxy: {
      '/api': { target: `http://${server}`, changeOrigin: false },
      '/feed': { target: `ws://${server}`, ws: true },
      '/health': `http://${server}`,
      '/play': { target: `ws://${server}`, ws: true },
    },
  },
  test: { dir: 'src/test' },
});
