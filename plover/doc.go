// Package plover is the event ontology as typed data: PLOVER's types, modes,
// contexts, auxiliary modes, quads and scores (draft 2.0, Open Event Data
// Alliance 2024), CAMEO's codes with their Goldstein values (Schrodt 2012;
// Goldstein 1992), and the way from each to the other. Codes come in, what
// they mean comes out; it knows nothing of text.
package plover
