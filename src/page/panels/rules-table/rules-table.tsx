import './rules-table.css';

/** A rule of a process: upon what, under which condition, it does what. */
export interface RuleRow {
  readonly id: string;
  /** Empty where the row above says it. */
  readonly upon: string;
  readonly when: string;
  readonly does: string;
  /** The row that the last event matched, with the values that decided instead of the condition. */
  readonly lit: string | null;
}

/** How many rows one heading stands for: its own and those that continue it. */
const spanOf = (rows: readonly RuleRow[], index: number): number => {
  const next = rows.findIndex(({ upon }, at) => at > index && upon !== '');
  return (next === -1 ? rows.length : next) - index;
};

/** What a process does upon what; the rule that the last event matched is lit. */
export const RulesTable = (props: { name: string; rows: readonly RuleRow[] }) => (
  <table className="rules-table" aria-label={props.name}>
    <tbody>
      {props.rows.map(({ id, upon, when, does, lit }, index) => (
        <tr
          key={id}
          className={lit === null ? '' : 'lit'}
          aria-current={lit === null ? undefined : 'true'}
        >
          {upon !== '' && (
            <th scope="rowgroup" rowSpan={spanOf(props.rows, index)}>
              {upon}
            </th>
          )}
          <td>{lit ?? when}</td>
          <td>{does}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
