/** Every word the doctor says, in German. */
import type { Words } from './en.ts';

export const DE: Words = {
  title: 'Verbindungsdoktor',
  measuring: 'Messe…',
  progress: 'Wie weit die Messung ist',
  report: 'Bericht',
  reportNote: 'Auf Englisch, für alle, die dir helfen.',
  copy: 'Bericht kopieren',
  copied: 'Kopiert',
  again: 'Noch einmal messen',
  lobby: 'Zur Lobby',
  trip: 'hin und zurück {time}',
  jitter: 'Schwankung {time}',
  clock: 'Uhr geht {time} anders',
  tls: 'über TLS (wss)',
  noTls: 'nicht über TLS',
  millis: '{n} ms',
  never: 'nie',
  none: 'keine',
  poll: 'Kurzes Nachfragen',
  longPoll: 'Langes Nachfragen',
  sse: 'Server-Sent Events',
  socket: 'WebSocket',
  pollWhat: 'Fragt einmal in der Sekunde: Was gibt es Neues? Geht überall, kommt immer etwas spät.',
  longPollWhat:
    'Fragt, und der Server antwortet, wenn es Neues gibt. Eine Anfrage für jedes Ereignis.',
  sseWhat: 'Eine Antwort, die nie endet. Nur in eine Richtung, setzt von selbst fort.',
  socketWhat: 'Eine Verbindung in beide Richtungen, wenige Bytes um jede Nachricht.',
  waiting: 'wartet',
  works: 'geht',
  cut: 'unterbrochen',
  blocked: 'gesperrt',
  late: 'Ereignis bis Bild',
  requests: 'Anfragen / Ereignis',
  bytes: 'Bytes / Ereignis',
  events: 'Ereignisse',
  faultUnreachable: 'Der Server beantwortet keine Anfrage.',
  faultNoSocket: 'Der Wechsel zum WebSocket kommt nicht durch: Etwas dazwischen verwirft ihn.',
  faultBuffered:
    'Ströme werden gepuffert: Etwas dazwischen wartet auf mehr, bevor es weitergibt, was der ' +
    'Server sofort gesagt hat.',
  faultCut: 'Lange Verbindungen werden nach etwa {s} s getrennt.',
  faultFar: 'Der Weg ist weit: {ms} ms hin und zurück.',
  faultUnsteady: 'Der Weg ist unruhig: Eine von zwanzig Antworten braucht {ms} ms länger.',
  faultClock: 'Deine Uhr weicht {s} s von der des Servers ab; das Spiel stört das nicht.',
  faultLossy: '{n} Ereignisse kamen nie an: Das ist unser Fehler, bitte melde ihn.',
  adviseNothing: 'Von hier aus geht nichts: Läuft der Server?',
  adviseSocket:
    'Spiel über WebSocket: Das ist der schnellste und sparsamste Weg, und er geht hier.',
  adviseCut: 'Spiel über WebSocket: Er wird ab und zu getrennt und kommt mit deinem Platz zurück.',
  adviseStream: 'WebSockets sind hier gesperrt; du spielst über SSE mit 15 Hz.',
  advisePolling:
    'WebSockets sind gesperrt und Ströme werden zurückgehalten: Nur Nachfragen geht, zu ' +
    'langsam zum Spielen.',
  adviseTls: 'Über https:// lassen die meisten Proxys WebSockets durch.',
};
