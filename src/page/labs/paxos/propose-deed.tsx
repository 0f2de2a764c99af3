import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../../view/frame.ts';
import type { Acts } from '../../panels/acts.ts';
import { Field } from '../../widgets/field.tsx';
import { OwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { useProposing } from './own-deeds.ts';

/** Makes a proposer begin a ballot, with a value that the person may change. */
export const ProposeDeed = (props: {
  process: ProcessView;
  own: string | null;
  acts: Pick<Acts, 'intervene'>;
}) => {
  const t = useTranslations('paxos.deed');
  const proposing = useProposing();
  const { process, own, acts } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? own ?? '';
  const deed = proposing(process, value);
  const propose = (): void => void acts.intervene(deed.what);
  return (
    <form
      className="propose"
      onSubmit={(event) => {
        event.preventDefault();
        propose();
      }}
    >
      <Field label={t('value')} value={value} onChange={setTyped} />
      <OwnDeeds deeds={[deed]} acts={acts} />
    </form>
  );
};
