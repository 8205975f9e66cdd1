/** Builds the page, and then the doctor's beside it: each a bundle that has nothing of the other. */
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values } = parseArgs({ options: { outDir: { type: 'string' } } });
const out = values.outDir ? { outDir: values.outDir } : {};

for (const configFile of ['vite.config.ts', 'vite.doctor.config.ts']) {
  await build({ configFile, logLevel: 'warn', build: out });
}
