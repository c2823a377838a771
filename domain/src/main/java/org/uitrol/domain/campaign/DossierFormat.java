package org.uitrol.domain.campaign;

/** As what a dossier is handed out. */
public enum DossierFormat {
  /** To read and to print. */
  PDF,
  /** For programs. */
  JSON
}
