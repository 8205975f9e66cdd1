/** Wires the page. */
import { subprotocol } from '#shared';

document.body.dataset.status = subprotocol();
