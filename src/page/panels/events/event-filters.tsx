import { useTranslations } from 'use-intl';
import type { StepKind } from '../../../view/fact.ts';
import type { ProcessView } from '../../../view/frame.ts';
import { useSim } from '../../sim/store.ts';
import { Select } from '../../widgets/select.tsx';
import { KINDS, TOLD_KINDS } from './filter.ts';
import type { EventFilter } from './filter.ts';

/** Which events are listed: of one kind, of one server. */
export const EventFilters = (props: {
  processes: readonly ProcessView[];
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
}) => {
  const t = useTranslations('panels.events');
  const { processes, filter, onChange } = props;
  const kinds: readonly StepKind[] = useSim((s) => s.recorded) ? TOLD_KINDS : KINDS;
  const all = { id: 'all', label: t('all') };
  return (
    <div className="row filters">
      <Select
        label={t('kind')}
        showLabel
        value={filter.kind ?? 'all'}
        options={[all, ...kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))]}
        onChange={(id) => onChange({ ...filter, kind: kinds.find((kind) => kind === id) ?? null })}
      />
      <Select
        label={t('server')}
        showLabel
        value={filter.pid === null ? 'all' : String(filter.pid)}
        options={[all, ...processes.map((one) => ({ id: String(one.pid), label: one.name }))]}
        onChange={(id) => onChange({ ...filter, pid: id === 'all' ? null : Number(id) })}
      />
    </div>
  );
};
