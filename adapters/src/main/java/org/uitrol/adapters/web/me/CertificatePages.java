package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.uitrol.adapters.security.CertificateCodes;
import org.uitrol.adapters.security.CertificateCodes.Kind;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.adapters.web.shared.Certificate;
import org.uitrol.adapters.web.shared.Certificates;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.SkillPathId;

/** What somebody has finished, to keep or to print. */
@Controller
class CertificatePages {

  private final Visits visits;
  private final Certificates certificates;
  private final CertificateCodes codes;

  CertificatePages(Visits visits, Certificates certificates, CertificateCodes codes) {
    this.visits = visits;
    this.certificates = certificates;
    this.codes = codes;
  }

  @GetMapping("/p/{token}/courses/{learnerRecord}/certificate")
  String course(
      @PathVariable String token,
      @PathVariable LearnerRecordId learnerRecord,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    Certificate certificate =
        certificates
            .ofCourse(learnerRecord)
            .filter(one -> one.person().equals(visit.person()))
            .orElseThrow(LinkNotGood::new);
    return show(visit, certificate, Kind.COURSE, learnerRecord.value(), request, model);
  }

  @GetMapping("/p/{token}/paths/{path}/certificate")
  String path(
      @PathVariable String token,
      @PathVariable SkillPathId path,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    Certificate certificate =
        certificates
            .ofPath(path)
            .filter(one -> one.person().equals(visit.person()))
            .orElseThrow(LinkNotGood::new);
    return show(visit, certificate, Kind.PATH, path.value(), request, model);
  }

  private String show(
      Visit visit,
      Certificate certificate,
      Kind kind,
      String id,
      HttpServletRequest request,
      Model model) {
    String code = certificates.code(kind, id, certificate);
    model.addAttribute("visit", visit);
    model.addAttribute("languagePath", request.getRequestURI());
    model.addAttribute("certificate", certificate);
    model.addAttribute("name", visit.data().name());
    model.addAttribute("code", code);
    model.addAttribute("link", codes.link(code));
    return "me/certificate";
  }
}
