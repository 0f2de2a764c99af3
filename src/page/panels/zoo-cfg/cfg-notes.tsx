import type { CfgNote } from '../../../zoo-cfg/note.ts';
import { CfgNoteText } from './cfg-note-text.tsx';

/** What is to be said of a `zoo.cfg`, as a list; nothing where there is nothing to say. */
export const CfgNotes = ({ notes, name }: { notes: readonly CfgNote[]; name?: string }) =>
  notes.length === 0 ? null : (
    <ul className="cfg-notes" aria-label={name}>
      {notes.map((note) => (
        <li
          key={`${note.line} ${note.code} ${JSON.stringify(note.data)}`}
          className={note.kind === 'refused' ? 'field-error' : ''}
        >
          <CfgNoteText note={note} />
        </li>
      ))}
    </ul>
  );
