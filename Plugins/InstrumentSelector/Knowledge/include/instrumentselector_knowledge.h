/* This target carries the manifest and the data of InstrumentSelector; its C is in carrier.c. */
