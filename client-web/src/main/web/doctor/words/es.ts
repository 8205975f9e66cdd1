/** Every word the doctor says, in Spanish. */
import type { Words } from './en.ts';

export const ES: Words = {
  title: 'Médico de conexión',
  measuring: 'Midiendo…',
  progress: 'Cuánto se ha medido ya',
  report: 'Informe',
  reportNote: 'En inglés, para quien te ayude.',
  copy: 'Copiar el informe',
  copied: 'Copiado',
  again: 'Medir otra vez',
  lobby: 'Al vestíbulo',
  trip: 'ida y vuelta {time}',
  jitter: 'variación {time}',
  clock: 'reloj a {time}',
  tls: 'con TLS (wss)',
  noTls: 'sin TLS',
  millis: '{n} ms',
  never: 'nunca',
  none: 'ninguna',
  poll: 'Sondeo corto',
  longPoll: 'Sondeo largo',
  sse: 'Eventos del servidor (SSE)',
  socket: 'WebSocket',
  pollWhat:
    'Pregunta una vez por segundo: ¿qué hay de nuevo? Funciona en todas partes, pero siempre ' +
    'llega tarde.',
  longPollWhat:
    'Pregunta, y el servidor responde cuando hay novedades. Una petición por cada evento.',
  sseWhat: 'Una respuesta que nunca termina. En un solo sentido, continúa por sí sola.',
  socketWhat: 'Una conexión, en ambos sentidos, con pocos bytes alrededor de cada mensaje.',
  waiting: 'esperando',
  works: 'funciona',
  cut: 'se corta',
  blocked: 'bloqueado',
  late: 'del evento a la pantalla',
  requests: 'peticiones / evento',
  bytes: 'bytes / evento',
  events: 'eventos',
  faultUnreachable: 'El servidor no responde a ninguna petición.',
  faultNoSocket: 'El paso a WebSocket no llega: algo en el camino lo descarta.',
  faultBuffered:
    'Los flujos se retienen: algo en el camino espera a tener más antes de pasar lo que el ' +
    'servidor dijo enseguida.',
  faultCut: 'Las conexiones largas se cortan a los {s} s, más o menos.',
  faultFar: 'El camino es largo: {ms} ms de ida y vuelta.',
  faultUnsteady: 'El camino es inestable: una de cada veinte respuestas tarda {ms} ms más.',
  faultClock: 'Tu reloj difiere {s} s del reloj del servidor; al juego no le importa.',
  faultLossy: '{n} eventos no llegaron nunca: es un error nuestro, avísanos.',
  adviseNothing: 'Desde aquí no funciona nada: ¿está en marcha el servidor?',
  adviseSocket: 'Juega por WebSocket: es la vía más rápida y más barata, y aquí funciona.',
  adviseCut: 'Juega por WebSocket: se corta de vez en cuando y vuelve con tu plaza.',
  adviseStream: 'Aquí los WebSockets están bloqueados; jugarás por SSE a 15 Hz.',
  advisePolling:
    'Los WebSockets están bloqueados y los flujos se retienen: solo funciona el sondeo, ' +
    'demasiado lento para jugar.',
  adviseTls: 'Por https:// la mayoría de los proxies dejan pasar los WebSockets.',
};
