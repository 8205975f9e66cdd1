/** Bundles the admin page by itself, so that the game's own page does not grow by it. */
import { defineConfig } from 'vite';

const server = process.env.APSIS_SERVER ?? '127.0.0.1:7777';

export default defineConfig({
  root: 'src/main/admin',
  base: '/admin/',
  build: {
    outDir: '../../../target/classes/web/admin',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
  },
  server: { proxy: { '/admin/api': `http://${server}` } },
});
