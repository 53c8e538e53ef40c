/** The database cannot be used as things stand: one sentence for whoever runs the program, without stack or password. */
export class DatabaseError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
  }
}

/** Another process has the embedded database. */
export class DataFolderInUseError extends DatabaseError {
  readonly code = 'DATA_FOLDER_IN_USE';
}
