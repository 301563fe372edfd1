#include "pdf/press_profile.hpp"

#include <lcms2.h>

#include <algorithm>

namespace quoin::pdf::test {

namespace {

constexpr double full = 65535.0;

/// The transform sRGB → Lab or back, as `context` of the samplers.
cmsInt32Number inks_to_lab(cmsUInt16Number const in[], cmsUInt16Number out[], void* context) {
    double const paper = 1 - in[3] / full;
    cmsUInt16Number rgb[3];
    for (int plate = 0; plate < 3; ++plate) {
        rgb[plate] = static_cast<cmsUInt16Number>((1 - in[plate] / full) * paper * full);
    }
    cmsDoTransform(context, rgb, out, 1);
    return TRUE;
}

cmsInt32Number lab_to_inks(cmsUInt16Number const in[], cmsUInt16Number out[], void* context) {
    cmsUInt16Number rgb[3];
    cmsDoTransform(context, in, rgb, 1);
    for (int plate = 0; plate < 3; ++plate) out[plate] = static_cast<cmsUInt16Number>(65535 - rgb[plate]);
    out[3] = 0;
    return TRUE;
}

void write_table(cmsHPROFILE profile, cmsTagSignature tag, int inputs, int outputs, cmsSAMPLER16 sampler,
                 cmsHTRANSFORM transform) {
    auto* pipeline =
        cmsPipelineAlloc(nullptr, static_cast<cmsUInt32Number>(inputs), static_cast<cmsUInt32Number>(outputs));
    auto* table = cmsStageAllocCLut16bit(nullptr, 9, static_cast<cmsUInt32Number>(inputs),
                                         static_cast<cmsUInt32Number>(outputs), nullptr);
    cmsStageSampleCLut16bit(table, sampler, transform, 0);
    cmsPipelineInsertStage(pipeline, cmsAT_BEGIN, table);
    cmsWriteTag(profile, tag, pipeline);
    cmsPipelineFree(pipeline);
}

} // namespace

Bytes press_profile() {
    auto* screen = cmsCreate_sRGBProfile();
    auto* lab = cmsCreateLab2Profile(nullptr);
    // Version 2 profiles keep Lab in their own 16-bit form.
    auto* to_lab = cmsCreateTransform(screen, TYPE_RGB_16, lab, TYPE_LabV2_16, INTENT_RELATIVE_COLORIMETRIC, 0);
    auto* from_lab = cmsCreateTransform(lab, TYPE_LabV2_16, screen, TYPE_RGB_16, INTENT_RELATIVE_COLORIMETRIC, 0);
    auto* profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 2.1);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
    write_table(profile, cmsSigAToB0Tag, 4, 3, inks_to_lab, to_lab);
    write_table(profile, cmsSigBToA0Tag, 3, 4, lab_to_inks, from_lab);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    Bytes bytes(size);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    std::fill(bytes.begin() + 24, bytes.begin() + 36, std::uint8_t{0}); // the date
    cmsDeleteTransform(to_lab);
    cmsDeleteTransform(from_lab);
    cmsCloseProfile(profile);
    cmsCloseProfile(lab);
    cmsCloseProfile(screen);
    return bytes;
}

} // namespace quoin::pdf::test
