// What may be asked: metrics, dimensions and the sources they read.
