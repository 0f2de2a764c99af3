// @vitest-environment happy-dom
/** The editor of a server's zoo.cfg: what may be saved, and what a restart would do. */
import { fireEvent } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { Liveness } from '../../../view/frame.ts';
import { shown } from '../../testing/shown.tsx';
import { ZooCfgEditor } from './zoo-cfg-editor.tsx';

const SOUND = 'tickTime=2000\ndataDir=/data\nclientPort=2181\n';

async function editor(change: { liveness?: Liveness; unread?: boolean } = {}) {
  const done: string[] = [];
  const Kept = () => {
    const [draft, setDraft] = useState<string | null>(null);
    return (
      <ZooCfgEditor
        name="S1"
        cfg={SOUND}
        unread={change.unread ?? false}
        liveness={change.liveness ?? 'up'}
        member={null}
        onSave={async (text) => done.push(`saved ${text.length}`)}
        onRestart={async () => done.push('restarted')}
        draft={draft}
        onDraft={setDraft}
      />
    );
  };
  const screen = await shown(<Kept />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'zoo.cfg' });
  const types = (text: string): void => void fireEvent.change(field, { target: { value: text } });
  const button = (name: string) => screen.getByRole('button', { name });
  /** Once all that it sets going is over. */
  const press = async (name: string): Promise<readonly string[]> => {
    fireEvent.click(button(name));
    await new Promise((resolve) => setTimeout(resolve));
    return done;
  };
  const says = (): string => screen.getByRole('status').textContent ?? '';
  return { screen, field, types, button, press, says };
}

const isOff = (element: HTMLElement): boolean => element.getAttribute('aria-disabled') === 'true';

it('nothing can be saved, and no restart is needed, while the file is the one that the server runs with', async () => {
  const { button, says, press } = await editor();
  expect(says()).toBe('The server runs with this file.');
  expect(
    ['Save', 'Discard changes', 'Restart the server'].map((name) => isOff(button(name))),
  ).toEqual([true, true, true]);
  expect(await press('Save')).toEqual([]);
});

it('a file that the server has not read yet waits for a restart', async () => {
  const { says, press } = await editor({ unread: true });
  expect(says()).toMatch(/Only a restart makes it read this file/u);
  expect(await press('Restart the server')).toEqual(['restarted']);
});

it('what is typed is saved, then read by a restart, or thrown away', async () => {
  const { field, types, press, says, button } = await editor();
  types(`${SOUND}initLimit=5\n`);
  expect(says()).toBe('Not saved yet.');
  expect(await press('Save and restart')).toEqual([`saved ${SOUND.length + 12}`, 'restarted']);
  types('tickTime=1');
  await press('Discard changes');
  expect(field.value).toBe(SOUND);
  expect(isOff(button('Save'))).toBe(true);
  // Typed back by hand it is no change either.
  types('x');
  types(SOUND);
  expect(isOff(button('Save'))).toBe(true);
});

it('a file with which no server starts is marked and said, and a restart is offered last', async () => {
  const { screen, field, types, says, press } = await editor();
  types(SOUND.replace('2000', 'often'));
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(says()).toMatch(/^A server does not start with this file/u);
  const acts = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(acts.indexOf('Save and restart anyway')).toBeGreaterThan(acts.indexOf('Discard changes'));
  expect(await press('Save and restart anyway')).toEqual([
    `saved ${SOUND.length + 1}`,
    'restarted',
  ]);
});

it('of a server that is down it says when the file will be read', async () => {
  const { says, button } = await editor({ liveness: 'off' });
  expect(says()).toBe('The server is down. It reads this file when it starts.');
  expect(isOff(button('Restart the server'))).toBe(false);
});
