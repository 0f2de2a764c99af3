import type { ReactNode } from 'react';

const icon = (content: ReactNode) => (
  <svg className="ic" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    {content}
  </svg>
);

/** Icons of the tree's tools, drawn as the transport's are. */
export const treeIcons = {
  up: icon(<path d="M4.5 12.5L10 7l5.5 5.5" className="ln" />),
  down: icon(<path d="M4.5 7.5L10 13l5.5-5.5" className="ln" />),
  unfold: icon(<path d="M4 5h6M7 8v7h3M7 10.5h3M12 10.5h4.5M12 15h4.5M13 5h3.5" className="ln" />),
  fold: icon(<path d="M4 5h6M4 10h6M4 15h6M13 5h3.5M13 10h3.5M13 15h3.5" className="ln" />),
  text: icon(<path d="M6 3h6l3.5 3.5V17H6ZM8.5 9.5H13M8.5 12.5H13" className="ln" />),
};
