/** Builds the page, then the doctor's and the admin's beside it: none has anything of the others. */
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values } = parseArgs({ options: { outDir: { type: 'string' } } });
const places = {
  'vite.config.ts': '',
  'vite.doctor.config.ts': '',
  'vite.admin.config.ts': '/admin',
};

for (const [configFile, place] of Object.entries(places)) {
  const out = values.outDir ? { outDir: values.outDir + place } : {};
  await build({ configFile, logLevel: 'warn', build: out });
}
