/** Puts a text on the clipboard, also on pages that were not served over TLS. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'aloud';
  const before = document.activeElement as HTMLElement | null;
  const place = before?.closest('dialog') ?? document.body;
  place.appendChild(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  before?.focus();
  return copied;
}
