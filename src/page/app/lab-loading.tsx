import { hashQuery } from '../browser/hash-location.ts';
import { Loading } from '../widgets/loading.tsx';
import { groupName } from '../gallery/catalogue.ts';
import { LabSkeleton } from '../lab-frame/skeleton.tsx';
import { lessonEntry } from './lesson-words.ts';
import { useLanguage, useLoose } from '../words/use-words.ts';
import { labSource } from '../labs/labs.ts';

/** `#/lab/<id>` while it is fetched. */
export const LabLoading = ({ id }: { id: string }) => {
  const t = useLoose('gallery');
  const name = `lab.${id}.name`;
  const query = hashQuery();
  const otherRun = query.has('run') || query.has('from');
  if (labSource(id) === null) return <Loading />;
  return (
    <LabSkeleton
      title={t.has(name) ? t(name) : ''}
      opened={{ model: id, lesson: null, otherRun }}
    />
  );
};

/** `#/lesson/<id>` while it is fetched. */
export const LessonLoading = ({ id }: { id: string }) => {
  const locale = useLanguage();
  const entry = lessonEntry(id);
  if (entry === undefined) return <Loading />;
  return (
    <LabSkeleton
      title={entry.titles[locale].title}
      above={groupName(entry.group, locale)}
      opened={{ model: entry.model, lesson: id }}
    />
  );
};
