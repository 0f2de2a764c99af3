import { asksForAnotherRun } from '../browser/hash-location.ts';
import type { LessonEntry } from '../../lessons/words.ts';
import { Loading } from '../widgets/loading.tsx';
import { groupName } from '../gallery/catalogue.ts';
import { LabSkeleton } from '../lab-frame/skeleton.tsx';
import { knownSaid } from '../lab-frame/stills.ts';
import { lessonEntry, useLessonWords } from './lesson-words.ts';
import { useLanguage, useLoose } from '../words/use-words.ts';
import { labSource } from '../labs/labs.ts';

/** `#/lab/<id>` while it is fetched. */
export const LabLoading = ({ id }: { id: string }) => {
  const t = useLoose('gallery');
  const app = useLoose('app');
  const name = `lab.${id}.name`;
  const opens = `skeleton.opens.${id}`;
  const otherRun = asksForAnotherRun();
  if (labSource(id) === null) return <Loading />;
  return (
    <LabSkeleton
      title={t.has(name) ? t(name) : ''}
      opened={{ model: id, lesson: null, otherRun }}
      says={!otherRun && app.has(opens) ? app(opens) : null}
    />
  );
};

/** `#/lesson/<id>` while it is fetched. */
export const LessonLoading = ({ id }: { id: string }) => {
  const entry = lessonEntry(id);
  return entry === undefined ? <Loading /> : <EntryLoading entry={entry} />;
};

const EntryLoading = ({ entry }: { entry: LessonEntry }) => {
  const locale = useLanguage();
  const [first] = Object.values(useLessonWords(entry, locale)?.steps ?? {});
  const opened = { model: entry.model, lesson: entry.id };
  return (
    <LabSkeleton
      title={entry.titles[locale].title}
      above={groupName(entry.group, locale)}
      opened={opened}
      says={first?.text ?? knownSaid(opened, locale)}
    />
  );
};
