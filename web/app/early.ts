// What must be done before the first paint: the scheme that the reader chose.
// It is a script of its own, small, and loaded before the page is drawn.

import { applyScheme, read } from "./theme";

applyScheme(read());
