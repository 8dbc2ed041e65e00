/* This target carries the manifest and the data of Waakvlam; its C is in carrier.c. */
