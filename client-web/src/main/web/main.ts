import { echo } from '#shared';

const hud = document.querySelector('#hud');
if (hud) hud.textContent = `shared code answers ${echo(new Int8Array([1]))[0]}`;
