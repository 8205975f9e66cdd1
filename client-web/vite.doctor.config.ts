import { defineConfig } from 'vite';

/** The doctor's page is a bundle of its own: the game's first transfer has nothing of it. */
export default defineConfig({
  root: 'src/main/web',
  publicDir: false,
  build: {
    outDir: '../../../target/classes/web',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    rollupOptions: { input: 'doctor.html' },
  },
});
