/* This target carries the manifest and the data of EffectsArena; its C is in carrier.c. */
