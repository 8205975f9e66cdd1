/** Bundles what tests run inside a real browser, next to the page's own modules. */
import { defineConfig } from 'vite';

const folder = 'src/test/web/browser';

export default defineConfig({
  build: {
    outDir: 'target/browser-tests',
    emptyOutDir: true,
    target: 'es2022',
    copyPublicDir: false,
    lib: {
      entry: ['frame', 'sound', 'context'].map((name) => `${folder}/${name}.ts`),
      formats: ['es'],
      fileName: (_, name) => `${name}.js`,
    },
  },
});
