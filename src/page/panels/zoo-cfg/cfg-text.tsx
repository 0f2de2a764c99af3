import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { LIMITS } from '../../../view/limits.ts';
import { useLimited } from '../../widgets/use-limited.tsx';
import type { CfgNote } from '../../../zoo-cfg/note.ts';

export interface CfgTextHandle {
  /** Puts the cursor there. */
  goTo(cursor: number): void;
}

/** The file as text, with its lines numbered, and those marked of which there is something to say. */
export const CfgText = (props: {
  name: string;
  text: string;
  notes: readonly CfgNote[];
  onChange: (text: string) => void;
  onCursor: (cursor: number) => void;
  ref?: Ref<CfgTextHandle>;
}) => {
  const { name, text, notes, onChange, onCursor, ref } = props;
  const limited = useLimited(LIMITS.cfgCharacters, onChange);
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    goTo: (cursor) => {
      area.current?.focus();
      area.current?.setSelectionRange(cursor, cursor);
      onCursor(cursor);
    },
  }));
  const kinds = new Map(notes.toReversed().map(({ line, kind }) => [line, kind]));
  return (
    <>
      <div className="cfg-file">
        <div className="cfg-gutter" ref={gutter} aria-hidden>
          {text.split('\n').map((_, index) => (
            // A line is its number.
            <span key={`line ${index + 1}`} className={kinds.get(index + 1) ?? ''}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          aria-label={name}
          aria-invalid={notes.some(({ kind }) => kind === 'refused')}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          wrap="off"
          onChange={(event) => limited.take(event.target.value)}
          onSelect={(event) => onCursor(event.currentTarget.selectionStart)}
          onScroll={(event) => {
            if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      {limited.complaint}
    </>
  );
};
