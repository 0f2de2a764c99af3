import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Liveness } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { byLine } from '../../../zoo-cfg/note.ts';
import type { CfgNote } from '../../../zoo-cfg/note.ts';
import { memberFatal, memberNotes } from '../../../zoo-cfg/member.ts';
import type { MembersHere } from '../../../zoo-cfg/member.ts';
import { readCfg } from '../../../zoo-cfg/read.ts';
import { cfgRemarks } from '../../../zoo-cfg/remarks.ts';
import { fatalNote, standaloneNotes } from '../../../zoo-cfg/standalone.ts';
import { Button } from '../../widgets/button.tsx';
import { CfgNotes } from './cfg-notes.tsx';
import { CfgText } from './cfg-text.tsx';
import type { CfgTextHandle } from './cfg-text.tsx';
import { KeyList } from './key-list.tsx';
import { SubjectText } from './subject-text.tsx';
import { subjectAt } from './at-line.ts';
import './zoo-cfg.css';

interface ZooCfgEditorProps {
  /** What the server is called. */
  name: string;
  /** The file as it stands, and whether the running server has read another one. */
  cfg: string;
  unread: boolean;
  liveness: Liveness;
  /** The ensemble that it is a member of, and its own id there; null: it stands alone. */
  member: (MembersHere & { readonly sid: Pid }) | null;
  onSave: (text: string) => Promise<unknown>;
  onRestart: () => Promise<unknown>;
  /** What has been typed and not saved; kept by who shows this panel. */
  draft: string | null;
  onDraft: (text: string | null) => void;
}

function notesOf(text: string, member: ZooCfgEditorProps['member']): readonly CfgNote[] {
  const file = readCfg(text);
  const notes = member === null ? standaloneNotes(file) : memberNotes(file, member.sid, member);
  // What an ensemble does with groups is simulated where there is one.
  const remarks = cfgRemarks(file).filter(
    ({ code }) => member === null || code !== 'hierarchy-ignored',
  );
  return byLine([...notes, ...remarks]);
}

/** A server's `zoo.cfg`: written here, explained line by line, read by the server when it starts. */
export const ZooCfgEditor = (props: ZooCfgEditorProps) => {
  const { name, cfg, draft, member, onDraft } = props;
  const t = useTranslations('zooCfgEditor');
  const field = useRef<CfgTextHandle>(null);
  const [cursor, setCursor] = useState(0);
  const text = draft ?? cfg;
  const notes = useMemo(() => notesOf(text, member), [text, member]);
  // What is wrong where somebody types stands first.
  const here = text.slice(0, cursor).split('\n').length;
  return (
    <section className="cfg-editor" aria-label={t('name', { name })}>
      <div className="cfg-left">
        <CfgText
          ref={field}
          name={t('text')}
          text={text}
          notes={notes}
          onChange={(now) => onDraft(now === cfg ? null : now)}
          onCursor={setCursor}
        />
        <CfgActs {...props} text={text} />
      </div>
      <div className="cfg-right">
        <CfgNotes notes={notes.filter(({ line }) => line === here)} />
        <SubjectText subject={subjectAt(text, cursor)} />
        <CfgNotes notes={notes.filter(({ line }) => line !== here)} name={t('notes')} />
        <KeyList text={text} onText={onDraft} onGo={(at) => field.current?.goTo(at)} />
      </div>
    </section>
  );
};

/** Saving, restarting, and what the server makes of the file. */
const CfgActs = (props: ZooCfgEditorProps & { text: string }) => {
  const { text, draft, unread, liveness, member, onSave, onRestart, onDraft } = props;
  const t = useTranslations('zooCfgEditor');
  const running = liveness === 'up' || liveness === 'paused';
  const unchanged = draft === null ? t('unchanged') : null;
  const fatal = member === null ? fatalNote(text) : memberFatal(text, member, member.sid);
  const save = async (): Promise<void> => {
    await onSave(text);
    onDraft(null);
  };
  const state = draft === null ? (running ? (unread ? 'unread' : 'read') : 'down') : 'unsaved';
  const restart = (
    <Button
      kind={fatal === null ? 'primary' : 'plain'}
      disabledReason={draft === null && !unread && running ? t('unchanged') : null}
      onPress={() => void (draft === null ? onRestart() : save().then(onRestart))}
    >
      {t(`${draft === null ? 'restart' : 'saveRestart'}${fatal === null ? '' : 'Anyway'}` as const)}
    </Button>
  );
  return (
    <div className="cfg-acts">
      <p role="status" className={fatal === null ? 'quiet-text' : 'field-error'}>
        {fatal === null
          ? t(state)
          : fatal.said === undefined
            ? t('fatalHere')
            : t('fatal', { said: fatal.said })}
      </p>
      <div className="row">
        {fatal === null && restart}
        <Button disabledReason={unchanged} onPress={() => void save()}>
          {t('save')}
        </Button>
        <Button kind="quiet" disabledReason={unchanged} onPress={() => onDraft(null)}>
          {t('discard')}
        </Button>
        {fatal !== null && restart}
      </div>
    </div>
  );
};
