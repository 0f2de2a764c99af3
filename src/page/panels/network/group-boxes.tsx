import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import { GROUPS } from './groups.ts';
import type { GroupName, Sides } from './groups.ts';

const TYPE = 'application/x-zooscope-pid';

/** The groups as boxes between which servers can be dragged; for keys there are the segments. */
export const GroupBoxes = (props: {
  sides: Sides;
  name: (pid: Pid) => string;
  onMove: (pid: Pid, group: GroupName) => void;
}) => {
  const t = useTranslations('panels.partition');
  const { sides, name, onMove } = props;
  return (
    <div className="group-boxes" aria-hidden="true">
      {GROUPS.map((group) => (
        <div
          key={group}
          className="group-box"
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes(TYPE)) event.preventDefault();
          }}
          onDrop={(event) => {
            const pid = Number(event.dataTransfer.getData(TYPE));
            if (sides.has(pid)) onMove(pid, group);
          }}
        >
          <span className="group-name">{t('dropHere', { group })}</span>
          {[...sides].map(([pid, of]) =>
            of === group ? (
              <span
                key={pid}
                className="group-chip"
                draggable
                onDragStart={(event) => event.dataTransfer.setData(TYPE, String(pid))}
              >
                {name(pid)}
              </span>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
};
