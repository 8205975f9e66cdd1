/** A table that is written anew without losing its place or its focus. Owned by its page. */
import { make, show, write } from '../web/page/elements.ts';

export interface Column<T> {
  readonly title: string;
  readonly text: (row: T) => string;
  readonly number?: boolean;
}

export interface Deed<T> {
  readonly title: (row: T) => string;
  readonly run: (row: T) => void;
}

export interface TablePlan<T> {
  readonly caption: string;
  readonly nothing: string;
  readonly columns: readonly Column<T>[];
  readonly deeds: readonly Deed<T>[];
  readonly key: (row: T) => string;
}

interface Line<T> {
  row: T;
  readonly element: HTMLTableRowElement;
  readonly cells: readonly HTMLElement[];
  readonly buttons: readonly HTMLButtonElement[];
}

export class Table<T> {
  private readonly plan: TablePlan<T>;
  private readonly body: HTMLTableSectionElement;
  private readonly table: HTMLTableElement;
  private readonly empty: HTMLElement;
  private readonly lines = new Map<string, Line<T>>();

  constructor(parent: Element, plan: TablePlan<T>) {
    this.plan = plan;
    this.table = make('table', parent);
    make('caption', this.table, { class: 'aloud', text: plan.caption });
    const head = make('tr', make('thead', this.table));
    for (const column of plan.columns) {
      const cell = make('th', head, { text: column.title });
      cell.scope = 'col';
      if (column.number) cell.className = 'number';
    }
    if (plan.deeds.length > 0) make('td', head);
    this.body = make('tbody', this.table);
    this.empty = make('p', parent, { class: 'note', text: plan.nothing });
  }

  write(rows: readonly T[]): void {
    const kept = new Set(rows.map(this.plan.key));
    for (const [key, line] of this.lines) {
      if (!kept.has(key)) {
        line.element.remove();
        this.lines.delete(key);
      }
    }
    for (const [i, row] of rows.entries()) {
      const line = this.line(row);
      line.row = row;
      if (this.body.children[i] !== line.element) {
        this.body.insertBefore(line.element, this.body.children[i] ?? null);
      }
      this.plan.columns.forEach((column, at) => {
        write(line.cells[at] as HTMLElement, column.text(row));
      });
      this.plan.deeds.forEach((deed, at) => {
        write(line.buttons[at] as HTMLElement, deed.title(row));
      });
    }
    show(this.table, rows.length > 0);
    show(this.empty, rows.length === 0);
  }

  private line(row: T): Line<T> {
    const key = this.plan.key(row);
    const known = this.lines.get(key);
    if (known) return known;
    const element = make('tr', null);
    const cells = this.plan.columns.map((column, at) => {
      const cell = make(at === 0 ? 'th' : 'td', element, { class: column.number ? 'number' : '' });
      if (at === 0) cell.setAttribute('scope', 'row');
      cell.dataset.title = column.title;
      return cell;
    });
    const place = this.plan.deeds.length > 0 ? make('td', element, { class: 'deeds' }) : null;
    const buttons = this.plan.deeds.map((deed) => {
      const button = make('button', place, { class: 'small' });
      button.addEventListener('click', () => deed.run(made.row));
      return button;
    });
    const made: Line<T> = { row, element, cells, buttons };
    this.lines.set(key, made);
    return made;
  }
}
