/** Keys that ask something of the page rather than of the ship. Owned by the page. */
import { isTyping } from '../input/keyboard.ts';
import { type Action, actionsByKey } from '../settings/bindings.ts';
import type { Choices } from '../settings/choices.ts';

export interface Wishes {
  scores(open: boolean): void;
  chat(): void;
  emote(): void;
  menu(): void;
}

export function listenForWishes(choices: Choices, flying: () => boolean, wishes: Wishes): void {
  let actions = actionsByKey(choices.now().keys);
  choices.each(({ keys }) => {
    actions = actionsByKey(keys);
  });
  window.addEventListener('keydown', (event) => {
    if (!flying() || isTyping(event.target) || event.ctrlKey || event.altKey) return;
    const action = actions.get(event.code);
    if (action === undefined || !act(action, event)) return;
    event.preventDefault();
  });
  window.addEventListener('keyup', (event) => {
    if (actions.get(event.code) === 'scores') wishes.scores(false);
  });
  window.addEventListener('blur', () => wishes.scores(false));

  /** True if the key is spent; a button in focus keeps its Enter. */
  function act(action: Action, event: KeyboardEvent): boolean {
    const onButton = event.target instanceof HTMLButtonElement;
    const { graph, muted } = choices.now();
    if (action === 'scores' && !event.shiftKey) wishes.scores(true);
    else if (event.repeat) return false;
    else if (action === 'chat' && !onButton) wishes.chat();
    else if (action === 'emote') wishes.emote();
    else if (action === 'graph') choices.change({ graph: !graph });
    else if (action === 'mute') choices.change({ muted: !muted });
    else if (action === 'menu') wishes.menu();
    else return false;
    return true;
  }
}
