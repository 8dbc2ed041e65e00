/* This target carries the manifest and the data of LearningCircle; its C is in carrier.c. */
